package nl.kring.crm.accreditation.scheme;

/** Over what a requirement counts; a year is one of the registration period, not of the calendar. */
public enum CountedOver {
    PERIOD,
    YEAR
}
