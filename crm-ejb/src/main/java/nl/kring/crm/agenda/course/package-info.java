/**
 * What is said of a course besides its title: what one learns, for whom it is, who gives it and with what interests, who
 * pays, what it costs; the themes of the region; templates, and copies of an edition or of a whole year. Money and contracts
 * are told to the staff of organiser and co-organisers alone. Who is enrolled is not its business: no copy has enrolments.
 */
package nl.kring.crm.agenda.course;
