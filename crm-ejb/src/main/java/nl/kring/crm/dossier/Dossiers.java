package nl.kring.crm.dossier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.kring.crm.accreditation.scheme.RegisterMemberships;
import nl.kring.crm.accreditation.scheme.Schemes;
import nl.kring.crm.accreditation.scheme.WorkRequirement;
import nl.kring.crm.attendance.credit.Credits;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** The dossier of the professional who is signed in, and of nobody else: no colleague, employer or administrator reads it here. */
@Stateless
public class Dossiers {

    /** A zero too many makes more than this of all that is over half of what is asked, and nobody earns it in one period. */
    private static final BigDecimal TIMES_ASKED = new BigDecimal("5");

    private static final BigDecimal MOST = new BigDecimal("9999");
    private static final BigDecimal MOST_WORK = new BigDecimal("99999");

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private Credits credits;

    @Inject
    private Schemes schemes;

    @Inject
    private RegisterMemberships memberships;

    /**
     * The caller's own dossier in a register. For a professional.
     *
     * @param scheme its code; null, or one that is not the caller's, for the first that is
     * @throws NotFoundException the caller is nobody of the register of persons
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public Dossier mine(String scheme) {
        return new DossierReading(new DossierTable(em), credits, schemes, memberships)
                .read(myself(), scheme, clock.instant());
    }

    /**
     * The caller's own dossier in each of the registers that are his or hers. For a professional.
     *
     * @param person who that is; the number of a person who was merged into the caller is one of the caller's too
     * @throws NotFoundException it is somebody else, or nobody
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public List<Dossier> of(UUID person) {
        if (!new DossierTable(em).isNumberOf(person, myself())) {
            throw new NotFoundException();
        }
        Dossier first = mine(null);
        return first.registers().keySet().stream()
                .map(scheme -> scheme.equals(first.scheme()) ? first : mine(scheme))
                .toList();
    }

    /**
     * The same as a PDF. For a professional.
     *
     * @param words the words of the screens, in the language that is asked for
     * @throws NotFoundException the caller is nobody of the register of persons, or in no register
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public byte[] pdf(String scheme, DossierWords words) {
        Dossier dossier = mine(scheme);
        if (dossier.scheme() == null) {
            throw new NotFoundException();
        }
        return new DossierPdf(dossier, new DossierTable(em).nameOf(myself()), words).bytes();
    }

    /**
     * Says what the official register says on a day. It is the only thing from which is reckoned what is missing. For a
     * professional.
     *
     * @throws InvalidInputException the period is not known yet, the day is not in it or still to come, or the numbers cannot be:
     *     together more than five times what is asked in the period is a slip
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public void tellTotal(String scheme, RegisterTotal total) {
        Dossier dossier = own(scheme);
        if (dossier.period() == null || dossier.rules() == null) {
            throw new InvalidInputException("dossier-period-first");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM);
        if (total.asOf() == null
                || total.asOf().isAfter(today)
                || total.asOf().isBefore(dossier.period().from())
                || total.asOf().isAfter(dossier.period().to())) {
            throw new InvalidInputException("dossier-total-day");
        }
        Map<String, BigDecimal> said = new TreeMap<>();
        total.points().forEach((category, points) -> {
            if (!dossier.rules().categories().contains(category)) {
                throw new InvalidInputException("credit-category");
            }
            said.put(category, number(points, MOST));
        });
        if (said.isEmpty()) {
            throw new InvalidInputException("dossier-total-empty");
        }
        RegisterTotal kept = new RegisterTotal(total.asOf(), said);
        BigDecimal asked = dossier.judgement().total().required();
        if (asked.signum() > 0 && kept.sum().compareTo(asked.multiply(TIMES_ASKED)) > 0) {
            throw new InvalidInputException("dossier-total-too-much", kept.sum(), asked);
        }
        new DossierTable(em).keepTotal(myself(), scheme, kept, currentUser.accountId(), clock.instant());
        audit.record("dossier.total-told", null, scheme);
    }

    /**
     * Takes back the total that was entered last, so that the one before it holds again. For a professional.
     *
     * @throws InvalidInputException there is none before it
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public void takeBackTotal(String scheme) {
        own(scheme);
        if (!new DossierTable(em).takeBackTotal(myself(), scheme)) {
            throw new InvalidInputException("dossier-total-first");
        }
        audit.record("dossier.total-taken-back", null, scheme);
    }

    /**
     * Says how much of what the register asks of one's work is there; of yes or no 1 or 0. For a professional.
     *
     * @param values by the code of what is asked; what is not in it stays as it was
     * @throws InvalidInputException a number cannot be, or is not asked
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public void tellWork(String scheme, Map<String, BigDecimal> values) {
        Dossier dossier = own(scheme);
        values.forEach((code, value) -> {
            WorkRequirement asked = dossier.work().stream()
                    .map(WorkLine::asked)
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException("dossier-work"));
            BigDecimal most = asked.unit() == WorkRequirement.Unit.YES_NO ? BigDecimal.ONE : MOST_WORK;
            new DossierTable(em)
                    .keepWork(myself(), scheme, code, number(value, most), currentUser.accountId(), clock.instant());
        });
        audit.record("dossier.work-told", null, scheme);
    }

    private Dossier own(String scheme) {
        Dossier dossier = mine(scheme);
        if (scheme == null || !scheme.equals(dossier.scheme())) {
            throw new NotFoundException();
        }
        return dossier;
    }

    private static BigDecimal number(BigDecimal value, BigDecimal most) {
        if (value == null
                || value.signum() < 0
                || value.compareTo(most) > 0
                || value.stripTrailingZeros().scale() > 1) {
            throw new InvalidInputException("dossier-number");
        }
        return value;
    }

    private Long myself() {
        if (currentUser.personId() == null) {
            throw new NotFoundException();
        }
        return currentUser.personId();
    }
}
