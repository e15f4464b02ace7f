/**
 * Who says what: the rows of the participants' registers, each kept raw for good beside its typed columns.
 *
 * <p>It keeps what it is told and links it to a person; it judges no value and derives none.
 */
package nl.kring.crm.registry.provenance;
