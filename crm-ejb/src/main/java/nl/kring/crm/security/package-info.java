/**
 * Who is calling, and as what: accounts, roles, sign-in, API tokens.
 *
 * <p>It holds ids of persons and organisations only and knows nothing about them; it decides no rule of the field.
 */
package nl.kring.crm.security;
