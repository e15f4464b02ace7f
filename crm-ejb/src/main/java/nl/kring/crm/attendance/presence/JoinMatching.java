package nl.kring.crm.attendance.presence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.kring.crm.registry.Folding;

/**
 * Who is meant by a line of a join report: whoever staff said it is, else the one participant with that e-mail address, else the one
 * participant with that name, in whatever order its words stand. Where two fit nobody is meant until staff say so.
 */
final class JoinMatching {

    private final List<JoinTable.Known> known;
    private final Map<String, Long> aliases;

    JoinMatching(List<JoinTable.Known> known, Map<String, Long> aliases) {
        this.known = known;
        this.aliases = aliases;
    }

    /** What a line is remembered by: the address, or the name where there is none. */
    static String alias(JoinReport.Join join) {
        return join.email() == null ? words(join.name()) : join.email().strip().toLowerCase(Locale.ROOT);
    }

    Optional<JoinTable.Known> of(JoinReport.Join join) {
        Long said = aliases.get(alias(join));
        if (said != null) {
            return known.stream().filter(each -> each.person().equals(said)).findFirst();
        }
        if (join.email() != null) {
            String email = alias(join);
            Optional<JoinTable.Known> byEmail = one(each -> Stream.of(each.email(), each.ownEmail())
                    .filter(Objects::nonNull)
                    .anyMatch(
                            address -> address.strip().toLowerCase(Locale.ROOT).equals(email)));
            if (byEmail.isPresent()) {
                return byEmail;
            }
        }
        String name = words(join.name());
        return name.isEmpty()
                ? Optional.empty()
                : one(each -> Stream.of(
                                each.name(), each.given() == null ? null : each.given() + " " + each.birthName())
                        .filter(Objects::nonNull)
                        .anyMatch(called -> words(called).equals(name)));
    }

    private Optional<JoinTable.Known> one(Predicate<JoinTable.Known> fits) {
        List<JoinTable.Known> found = known.stream().filter(fits).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The words of a name in the order of the alphabet; what stands between brackets is no name. */
    static String words(String name) {
        return String.join(
                " ",
                new TreeSet<>(Arrays.asList(
                        Folding.fold(name.replaceAll("\\(.*?\\)", " ")).split(" "))));
    }
}
