package nl.kring.crm.attendance;

import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.attendance.presence.Evening;
import nl.kring.crm.attendance.presence.ListNumbersAsked;

/** The number of a course at a register, as the register gave it and as a list asks for it. */
public final class ANumber {

    private ANumber() {}

    /** What a register granted between two days. */
    public static void given(Evening evening, UUID edition, String scheme, String number, String from, String to) {
        evening.run("""
                insert into crm.accreditation_request (id, uuid, course_id, scheme_code, state, course_type, course_number, valid_from,
                       valid_to, lead_days, attendance_days, requested_on, decided_on, created_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), e.course_id, :a, 'GRANTED', 'WHOLE', :b, cast(:c as date),
                       cast(:d as date), 28, 14, date '2026-01-01', date '2026-01-01', now()
                  from crm.edition e where e.uuid = cast(:e as uuid)""", scheme, number, from, to, edition.toString());
    }

    /** As the product answers it. */
    public static void answered(Function<Class<?>, Object> parts, Object news) {
        if (news instanceof ListNumbersAsked asked) {
            ((CourseNumbers) parts.apply(CourseNumbers.class)).tell(asked);
        }
    }
}
