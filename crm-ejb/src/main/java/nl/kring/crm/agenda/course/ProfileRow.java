package nl.kring.crm.agenda.course;

import java.util.UUID;

/** A row of a list that is handed in as a whole: a speaker, a sponsor, a line of the budget. */
interface ProfileRow<F> {

    UUID getUuid();

    /** Takes its place in the list and what is said of it. */
    void become(int newPosition, F form);
}
