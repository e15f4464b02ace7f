package nl.kring.crm.accreditation.request;

/** What the body of a register usually asks beside points; a fee only where one was found. */
record Terms(String scheme, int leadDays, int attendanceDays, int validityMonths, Integer feeCents) {}
