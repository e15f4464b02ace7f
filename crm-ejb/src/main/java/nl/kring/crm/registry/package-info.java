/**
 * The shared base register: organisations and persons, and what every source says of them.
 *
 * <p>It never overwrites what was said: a person is derived from statements. It knows no course and no seat.
 */
package nl.kring.crm.registry;
