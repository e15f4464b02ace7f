/**
 * Work lists for the quality of the register: what is missing, wrong, double or old, as far as one organisation looks after
 * it, with a number that goes down. Nothing is mended here; every line says where.
 */
package nl.kring.crm.registry.quality;
