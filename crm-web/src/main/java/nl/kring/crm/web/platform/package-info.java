/** Whether the product lives and is ready, for those who watch it. */
package nl.kring.crm.web.platform;
