package nl.kring.crm.attendance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.kring.crm.registry.Profession;

/** What a course is worth in each register, and which registers are there for which profession. */
record CoursePoints(List<CertificatePoints> all, Map<Profession, Set<String>> schemesOf) {

    /**
     * The points in the registers of that profession and in those that somebody is in besides; all of them for somebody whose
     * profession has no register.
     */
    List<CertificatePoints> fitting(Profession profession, Set<String> besides) {
        Set<String> fitting = profession == null ? Set.of() : schemesOf.getOrDefault(profession, Set.of());
        return fitting.isEmpty()
                ? all
                : all.stream()
                        .filter(one -> fitting.contains(one.schemeCode()) || besides.contains(one.schemeCode()))
                        .toList();
    }

    /** The same points, with their category only in registers in which there are points in more than one. */
    List<CertificatePoints> said(List<CertificatePoints> earned) {
        return earned.stream()
                .map(one -> all.stream().anyMatch(any -> isSeveral(any, one))
                                || earned.stream()
                                        .anyMatch(other -> other != one
                                                && other.schemeCode().equals(one.schemeCode()))
                        ? one
                        : one.whole())
                .toList();
    }

    private static boolean isSeveral(CertificatePoints any, CertificatePoints one) {
        return any.category() != null && any.schemeCode().equals(one.schemeCode());
    }
}
