/** Numbers that say who somebody is in a register of others, each checking itself. */
package nl.kring.crm.registry.identifier;
