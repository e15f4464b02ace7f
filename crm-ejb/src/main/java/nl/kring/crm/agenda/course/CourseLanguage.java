package nl.kring.crm.agenda.course;

/** In which language a course is given. */
public enum CourseLanguage {
    DUTCH,
    ENGLISH,
    GERMAN
}
