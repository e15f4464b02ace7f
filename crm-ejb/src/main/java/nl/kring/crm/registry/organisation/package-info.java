/**
 * Organisations of every kind: practices and their locations, GP groups, cooperatives, services and those around them; what
 * is said of them, how they relate, and what is so of them for a while. Knows no persons.
 */
package nl.kring.crm.registry.organisation;
