/** The screens of the agenda: for everybody to find a course, for organisers to plan and publish theirs. */
package nl.kring.crm.web.agenda;
