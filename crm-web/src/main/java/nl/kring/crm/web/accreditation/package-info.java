/** The rules of the quality registers, for the administrator of the platform. */
package nl.kring.crm.web.accreditation;
