/** Screens of signing in and out, of choosing for whom one works, and the mechanism that recognises a caller. */
package nl.kring.crm.web.security;
