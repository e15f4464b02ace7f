/**
 * Two persons that are one, and two that were taken for one. A merge moves everything that hangs on a person to the
 * survivor, writes down what it moved, and can always be taken back. It decides nothing that staff have to decide: what
 * cannot both be right stays side by side. It knows no rule of its own about who is the same as whom.
 */
package nl.kring.crm.registry.merging;
