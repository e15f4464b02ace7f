/**
 * Groups in which professionals look at each other's work: who is in them, their quality consultants, plans and meetings, and the hours
 * that meetings give. It checks what a group needs in a year and tells the office what is missing. It organises no courses and awards
 * nothing: the official hours are the register's.
 */
package nl.kring.crm.peerreview;
