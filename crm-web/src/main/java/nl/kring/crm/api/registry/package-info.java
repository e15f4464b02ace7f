/** The register for programs: persons, and who says what of them. Keys of organisations and registers are their codes. */
package nl.kring.crm.api.registry;
