/**
 * An organisation's own columns beside the persons and organisations of the register: its list like a spreadsheet, the card,
 * and blocks pasted from one. The columns themselves belong to the workbench.
 */
package nl.kring.crm.registry.columns;
