/**
 * First contents of an empty database: the participating organisations, and for trying out also fictitious accounts,
 * registers and courses. It does its work through the boundaries of the other components; none of them uses it.
 */
package nl.kring.crm.demo;
