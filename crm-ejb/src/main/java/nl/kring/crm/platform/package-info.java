/**
 * The ground under every component: entity base, refusals, pages and cursors, the clock and the migrations.
 *
 * <p>It knows nothing of the field: no person, course or organisation is named here, and it uses no other component.
 */
package nl.kring.crm.platform;
