/**
 * Sessions that recur: by week, on the first Tuesday of the month, or on days of one's own, around holidays and what is taken.
 *
 * <p>It proposes; what is planned and booked is decided by the agenda and its resources.
 */
package nl.kring.crm.agenda.series;
