/**
 * What a seat costs and what giving it back costs: the prices of an edition, free seats for members, vouchers, cancellation
 * policies, VAT, and the list of what is to be invoiced. A price and a policy are frozen with the enrolment: whatever is
 * changed here afterwards is for who enrols later. Who has a seat is decided by {@code enrolment} itself; bills are written
 * elsewhere.
 */
package nl.kring.crm.enrolment.price;
