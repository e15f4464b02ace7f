/** Screens of the register: finding somebody, seeing who says what, and saying otherwise. */
package nl.kring.crm.web.registry;
