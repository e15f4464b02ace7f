/**
 * What the matching leaves to people: a queue of pairs, one at a time, with what speaks for and against; what was decided;
 * and how good the matching is. Merging and keeping apart are the registry's; here is who may decide, and in what order.
 */
package nl.kring.crm.intake.review;
