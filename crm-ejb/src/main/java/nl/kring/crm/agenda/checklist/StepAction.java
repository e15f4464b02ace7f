package nl.kring.crm.agenda.checklist;

/** What a step is about, and so which page of the edition it opens. */
public enum StepAction {
    PROGRAMME,
    ACCREDITATION,
    INVITATION,
    ROOM,
    CATERING,
    PARTICIPANTS,
    ATTENDANCE_LIST,
    DELIVERY,
    EVALUATION,
    INVOICE,
    NONE
}
