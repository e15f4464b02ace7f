package nl.kring.crm.attendance.presence;

import java.time.Instant;
import java.util.List;
import nl.kring.crm.registry.Profession;

/** What stands on the list that people sign. */
record ListFacts(
        String organiser,
        String title,
        String place,
        List<Meeting> meetings,
        List<Register> registers,
        List<Line> lines) {

    record Meeting(String title, Instant startsAt, Instant endsAt) {}

    /** A register at which the course counts, under that number; null when it is not known. */
    record Register(String code, String name, String number) {}

    record Line(String surname, String initials, Profession profession, String big, String registers) {}
}
