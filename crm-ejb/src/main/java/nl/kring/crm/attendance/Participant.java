package nl.kring.crm.attendance;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.registry.Profession;

/** A confirmed participant as the attendance sees him or her: who, how to reach, and at which sessions present, wholly or partly. */
record Participant(
        Long enrolmentId,
        UUID enrolment,
        Long personId,
        String name,
        Profession profession,
        String email,
        CertificateState certificate,
        UUID certificateUuid,
        Map<Long, Boolean> presentAt,
        Set<Long> partlyAt) {

    /** Of whom nothing was measured. */
    Participant(
            Long enrolmentId,
            UUID enrolment,
            Long personId,
            String name,
            Profession profession,
            String email,
            CertificateState certificate,
            UUID certificateUuid,
            Map<Long, Boolean> presentAt) {
        this(
                enrolmentId,
                enrolment,
                personId,
                name,
                profession,
                email,
                certificate,
                certificateUuid,
                presentAt,
                new HashSet<>());
    }

    boolean presentAtAll(Collection<Long> sessions) {
        return sessions.stream().allMatch(session -> Boolean.TRUE.equals(presentAt.get(session)));
    }

    /** What came of the seat; a seat it stays as long as a session has no mark. */
    EnrolmentState outcome(Collection<Long> sessions) {
        if (!presentAt.keySet().containsAll(sessions)) {
            return EnrolmentState.CONFIRMED;
        }
        if (presentAtAll(sessions)) {
            return EnrolmentState.ATTENDED;
        }
        return sessions.stream().anyMatch(session -> presentAt.get(session) || partlyAt.contains(session))
                ? EnrolmentState.PARTIAL
                : EnrolmentState.NO_SHOW;
    }

    /** Why there is no certificate in this, or null when nothing stands in its way. */
    MissingCertificate.Reason missing(Collection<Long> sessions) {
        if (certificate == CertificateState.REVOKED) {
            return MissingCertificate.Reason.REVOKED;
        }
        if (sessions.stream().anyMatch(session -> Boolean.FALSE.equals(presentAt.get(session)))) {
            return MissingCertificate.Reason.ABSENT;
        }
        return presentAtAll(sessions) ? null : MissingCertificate.Reason.NOT_RECORDED;
    }

    /** As if no certificate was given out yet. */
    Participant withoutCertificate() {
        return new Participant(
                enrolmentId, enrolment, personId, name, profession, email, CertificateState.NONE, null, presentAt);
    }

    Participant with(Map<Long, Boolean> marks) {
        Map<Long, Boolean> after = new HashMap<>(presentAt);
        after.putAll(Objects.requireNonNull(marks));
        Set<Long> partly = new HashSet<>(partlyAt);
        partly.removeAll(marks.keySet());
        return new Participant(
                enrolmentId,
                enrolment,
                personId,
                name,
                profession,
                email,
                certificate,
                certificateUuid,
                Map.copyOf(after),
                Set.copyOf(partly));
    }
}
