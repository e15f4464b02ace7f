/** Whether the product lives and is ready, for those who watch it; lists as files that are kept. */
package nl.kring.crm.web.platform;
