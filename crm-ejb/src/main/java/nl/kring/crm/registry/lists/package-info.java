/**
 * Finding in the register with one box, and lists that are kept as they were on a day.
 *
 * <p>It reads what the register derived and says nothing of anybody. What an organisation keeps to itself is found and kept
 * for its own staff alone.
 */
package nl.kring.crm.registry.lists;
