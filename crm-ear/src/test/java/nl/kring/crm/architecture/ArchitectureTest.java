package nl.kring.crm.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.view.ViewScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Executes the table of docs/architecture.md: who may use whom, and the rules of one line. */
@AnalyzeClasses(packages = "nl.kring.crm", importOptions = ArchitectureTest.Product.class)
class ArchitectureTest {

    private static final String BASE = "nl.kring.crm.";

    /** The first four have a fixed order; every other component may use them all. */
    private static final List<String> GROUND = List.of("platform", "security", "audit", "workbench");

    /** Component, and what it may use beside the ground. */
    private static final Map<String, List<String>> TABLE = Map.ofEntries(
            Map.entry("registry", List.of()),
            Map.entry("communication", List.of("registry")),
            Map.entry("governance", List.of("registry", "communication")),
            Map.entry("intake", List.of("registry", "governance")),
            Map.entry("agenda", List.of("registry", "communication")),
            Map.entry("accreditation", List.of("registry", "agenda", "communication")),
            Map.entry("enrolment", List.of("registry", "agenda", "accreditation", "communication")),
            Map.entry("attendance", List.of("registry", "agenda", "enrolment", "accreditation", "communication")),
            Map.entry(
                    "dossier",
                    List.of("registry", "agenda", "accreditation", "enrolment", "attendance", "communication")),
            Map.entry("peerreview", List.of("registry", "agenda", "accreditation", "attendance", "communication")),
            Map.entry("evaluation", List.of("registry", "agenda", "enrolment", "attendance", "communication")),
            Map.entry("invoicing", List.of("registry", "agenda", "enrolment", "attendance", "communication")));

    /** May use everything below the screens and are used by nobody there. */
    private static final List<String> ON_TOP = List.of("reporting", "demo");

    private static final List<String> OUTSIDE = List.of("web", "api", "texts");

    /** Boundary methods that anybody may call, also without a sign-in; everything else names its roles. */
    private static final Set<String> OPEN_TO_ALL = OpenToAll.METHODS;

    private static final DescribedPredicate<JavaClass> BOUNDARIES =
            describe("are boundaries", ArchitectureTest::isBoundary);

    /** The product's own classes: what the tests and the run profile add is left out. */
    static class Product implements ImportOption {
        @Override
        public boolean includes(com.tngtech.archunit.core.importer.Location location) {
            return !location.contains("/test-classes/")
                    && !location.contains("-tests.jar")
                    && (location.contains("/crm-ejb") || location.contains("/crm-web"));
        }
    }

    @ArchTest
    static void every_package_is_in_the_table(JavaClasses product) {
        assertThat(product).hasSizeGreaterThan(50);
        for (JavaClass type : product) {
            String component = componentOf(type);
            assertThat(GROUND.contains(component)
                            || TABLE.containsKey(component)
                            || ON_TOP.contains(component)
                            || OUTSIDE.contains(component))
                    .as(type.getName())
                    .isTrue();
        }
    }

    @ArchTest
    static void calls_go_down(JavaClasses product) {
        List<String> components = new ArrayList<>(GROUND);
        components.addAll(TABLE.keySet());
        components.addAll(ON_TOP);
        for (String component : components) {
            List<String> forbidden = Stream.concat(components.stream(), OUTSIDE.stream())
                    .filter(other -> !other.equals(component) && !mayUse(component, other))
                    .map(other -> BASE + other + "..")
                    .toList();
            noClasses()
                    .that()
                    .resideInAPackage(BASE + component + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(forbidden.toArray(String[]::new)))
                    .as(component + " uses only what the table allows")
                    .allowEmptyShould(true)
                    .check(product);
        }
    }

    private static boolean mayUse(String component, String other) {
        if (ON_TOP.contains(component)) {
            return !ON_TOP.contains(other) && !OUTSIDE.contains(other);
        }
        int rank = GROUND.indexOf(component);
        if (rank >= 0) {
            return GROUND.indexOf(other) >= 0 && GROUND.indexOf(other) < rank;
        }
        return GROUND.contains(other) || TABLE.get(component).contains(other);
    }

    @ArchTest
    static final ArchRule screens_and_api_never_use_each_other = noClasses()
            .that()
            .resideInAPackage("nl.kring.crm.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("nl.kring.crm.api..");

    @ArchTest
    static final ArchRule api_and_screens_never_use_each_other = noClasses()
            .that()
            .resideInAPackage("nl.kring.crm.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("nl.kring.crm.web..");

    @ArchTest
    static final ArchRule entity_managers_live_in_boundaries_and_hidden_classes = noClasses()
            .that(are(describe(
                    "public, and no boundary",
                    (JavaClass type) -> type.getModifiers().contains(JavaModifier.PUBLIC) && !isBoundary(type))))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(EntityManager.class);

    @ArchTest
    static final ArchRule nobody_uses_the_old_dates = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar)|java\\.sql\\.(Date|Time)");

    @ArchTest
    static void nobody_asks_the_time_without_a_clock(JavaClasses product) {
        for (Class<?> time : List.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)) {
            noClasses().should().callMethod(time, "now").check(product);
        }
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("nl.kring.crm.platform.SystemClock")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Clock.class, "system", java.time.ZoneId.class)
                .check(product);
    }

    @ArchTest
    static final ArchRule entities_know_no_boundary =
            noClasses().that().areAnnotatedWith(Entity.class).should().dependOnClassesThat(BOUNDARIES);

    @ArchTest
    static final ArchRule nothing_is_many_to_many =
            noClasses().should().dependOnClassesThat().belongToAnyOf(ManyToMany.class);

    @ArchTest
    static void to_one_is_lazy(JavaClasses product) {
        for (JavaClass type : product) {
            type.getFields().forEach(field -> {
                field.tryGetAnnotationOfType(ManyToOne.class)
                        .ifPresent(to ->
                                assertThat(to.fetch()).as(field.getFullName()).isEqualTo(FetchType.LAZY));
                field.tryGetAnnotationOfType(OneToOne.class)
                        .ifPresent(to ->
                                assertThat(to.fetch()).as(field.getFullName()).isEqualTo(FetchType.LAZY));
            });
        }
    }

    @ArchTest
    static final ArchRule governed_entities_have_no_public_setters = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .and()
            .arePublic()
            .should()
            .haveNameNotMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule what_a_session_keeps_can_be_written_and_restored = classes()
            .that()
            .areAnnotatedWith(ViewScoped.class)
            .or()
            .areAnnotatedWith(SessionScoped.class)
            .should()
            .beAssignableTo(Serializable.class)
            .allowEmptyShould(false);

    /** Who writes down that somebody wants to come; a seat it gets from the allocation alone. A rehearsal keeps none. */
    @ArchTest
    static final ArchRule enrolments_are_made_in_a_few_places = noClasses()
            .that(notNamed("EnrolmentRound", "GuestSeats", "TeamEnrolment", "EnrolmentDecided", "Rehearsals"))
            .should()
            .callConstructorWhere(ownedBy("Enrolment"));

    /** Every path to a seat, also that of a promotion, a draw and a reserved seat, holds the lock that the allocation takes. */
    @ArchTest
    static final ArchRule seats_are_given_by_the_allocation_alone = noClasses()
            .that(notNamed("Enrolment", "SeatAllocation", "Promotion", "HeldDraw", "ReservedSeats", "SeatPlan"))
            .should()
            .callMethodWhere(ownedBy("Enrolment")
                    .and(describe(
                            "gives a seat or a place",
                            call -> Set.of("confirm", "offer", "squeezeIn", "waitAt")
                                    .contains(call.getName()))));

    /** Seats are counted in one class, which the allocation alone makes under its lock. */
    @ArchTest
    static final ArchRule seats_are_counted_in_one_place = noClasses()
            .that(notNamed("SeatPlan"))
            .should()
            .callMethodWhere(ownedBy("SeatCount")
                    .and(describe(
                            "counts a seat",
                            call -> Set.of("take", "takeExtra", "release", "releaseExtra")
                                    .contains(call.getName()))));

    private static DescribedPredicate<JavaClass> notNamed(String... names) {
        return describe(
                "are not " + String.join(", ", names),
                type -> Stream.of(names).noneMatch(type.getSimpleName()::equals));
    }

    private static DescribedPredicate<JavaCall<?>> ownedBy(String name) {
        return describe(
                "of " + name,
                call -> call.getTargetOwner().getSimpleName().equals(name)
                        && call.getTargetOwner().isAnnotatedWith(Entity.class));
    }

    @ArchTest
    static final ArchRule every_public_boundary_method_says_who_may_call_it =
            classes().that(BOUNDARIES).should(sayWhoMayCall());

    private static ArchCondition<JavaClass> sayWhoMayCall() {
        return new ArchCondition<>("name the roles of each public method, or stand on the list of what is open") {
            @Override
            public void check(JavaClass boundary, ConditionEvents events) {
                for (JavaMethod method : boundary.getMethods()) {
                    boolean callable = method.getModifiers().contains(JavaModifier.PUBLIC)
                            && !method.getModifiers().contains(JavaModifier.STATIC)
                            && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
                    if (!callable) {
                        continue;
                    }
                    String name = boundary.getSimpleName() + "." + method.getName();
                    boolean roles = method.isAnnotatedWith(RolesAllowed.class)
                            || boundary.isAnnotatedWith(RolesAllowed.class) && !method.isAnnotatedWith(PermitAll.class);
                    boolean open = method.isAnnotatedWith(PermitAll.class)
                            || boundary.isAnnotatedWith(PermitAll.class) && !method.isAnnotatedWith(RolesAllowed.class);
                    if (!roles && !(open && OPEN_TO_ALL.contains(name))) {
                        events.add(SimpleConditionEvent.violated(
                                method, name + (open ? " is open and not on the list" : " names nobody")));
                    }
                }
            }
        };
    }

    @ArchTest
    static void what_is_open_to_all_exists(JavaClasses product) {
        Map<String, Boolean> found = new TreeMap<>();
        OPEN_TO_ALL.forEach(name -> found.put(name, false));
        product.stream()
                .filter(ArchitectureTest::isBoundary)
                .flatMap(
                        type -> type.getMethods().stream().map(method -> type.getSimpleName() + "." + method.getName()))
                .forEach(name -> found.computeIfPresent(name, (key, before) -> true));
        assertThat(found).doesNotContainValue(false);
    }

    private static boolean isBoundary(JavaClass type) {
        return type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class);
    }

    private static String componentOf(JavaClass type) {
        return type.getPackageName().substring(BASE.length()).split("\\.")[0];
    }
}
