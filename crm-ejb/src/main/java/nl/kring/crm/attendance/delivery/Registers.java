package nl.kring.crm.attendance.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Participants counted by register, and as the one list that is pasted. */
final class Registers {

    /** A register of the edition's course, as far as it is not counted from its participants. */
    record Facts(
            String scheme,
            String name,
            String organisation,
            String courseNumber,
            RegisterLine.ServiceProblem problem) {}

    private Registers() {}

    static List<RegisterLine> counted(List<DeliveryLine> lines, List<Facts> registers) {
        List<RegisterLine> counted = new ArrayList<>();
        for (Facts register : registers) {
            List<DeliveryLine> own = lines.stream()
                    .filter(line -> register.scheme().equals(line.scheme()))
                    .toList();
            DeliveryLine entered = own.stream()
                    .filter(line -> line.reason() == DeliveryReason.ENTERED)
                    .findFirst()
                    .orElse(null);
            counted.add(new RegisterLine(
                    register.scheme(),
                    register.name(),
                    register.organisation(),
                    register.courseNumber(),
                    count(own, line -> line.state() == DeliveryState.READY),
                    count(own, DeliveryLine::isDue),
                    count(own, line -> line.state() == DeliveryState.BLOCKED),
                    count(own, line -> line.reason() == DeliveryReason.ENTERED),
                    count(own, line -> line.state() == DeliveryState.ACCEPTED),
                    count(own, line -> line.state() == DeliveryState.REJECTED),
                    count(own, line -> line.reason() == DeliveryReason.SENT),
                    entered == null ? null : entered.by(),
                    entered == null ? null : entered.at(),
                    register.problem()));
        }
        return counted;
    }

    private static int count(List<DeliveryLine> lines, Predicate<DeliveryLine> which) {
        return (int) lines.stream().filter(which).count();
    }

    /** Whoever can be pasted, once: the first register that has a number of him or her in which nothing stands in the way. */
    static List<String> pasted(List<DeliveryLine> lines) {
        boolean held = lines.stream().anyMatch(line -> line.earned() > 0);
        Map<Object, String> once = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line.paste() != null)
                .filter(line -> line.state() == DeliveryState.READY && (!held || line.earned() > 0)
                        || line.reason() == DeliveryReason.ENTERED)
                .forEach(line -> once.putIfAbsent(line.enrolment(), line.paste()));
        return once.values().stream().distinct().toList();
    }
}
