/** API of the caller's own keys. */
package nl.kring.crm.api.security;
