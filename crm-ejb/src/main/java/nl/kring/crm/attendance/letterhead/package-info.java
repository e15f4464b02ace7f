/**
 * How the certificates of an organisation look and who signs them: the logo, a line with the address, the closing words. Each
 * organisation has one or none; what a certificate says is not its business.
 */
package nl.kring.crm.attendance.letterhead;
