package nl.kring.crm.intake;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.intake.file.RegisterFile;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * The source registers and how their columns read. Staff see and make those of the organisation that they act for, the
 * platform's administrator all; somebody else's answers as if it did not exist.
 */
@Stateless
public class Registers {

    private static final int LATER_RANK = 100;
    private static final int LONGEST_TEXT = 200;

    @PersistenceContext
    private EntityManager em;

    @Resource
    private SessionContext context;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Organisations organisations;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** The registers that the caller may bring in, by name. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<SourceRegister> all() {
        return em.createQuery("select r from SourceRegister r order by r.name", SourceRegister.class)
                .getResultStream()
                .filter(register -> Reach.covers(currentUser, context, register.getOrganisationId()))
                .toList();
    }

    /**
     * Codes of the registers with a row of somebody, whoever brought them in: lists of persons name them too. For staff of
     * any participant and the platform's administrator.
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<String> codesInUse() {
        return em.createQuery("""
                        select r.code from SourceRegister r
                         where exists (select 1 from SourceRecord s where s.registerId = r.id) order by r.code""", String.class).getResultList();
    }

    /**
     * One register by its code; upper and lower case alike.
     *
     * @throws NotFoundException there is none for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public SourceRegister get(String code) {
        return em.createQuery("select r from SourceRegister r where r.code = :code", SourceRegister.class)
                .setParameter("code", code == null ? "" : code.strip().toUpperCase(Locale.ROOT))
                .getResultStream()
                .filter(register -> Reach.covers(currentUser, context, register.getOrganisationId()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Makes a register with its mapping. For staff of its organisation and the platform's administrator. A column that
     * does not say whether it is private is so for mobile numbers, and for every way to reach somebody in a register that
     * names no workplace.
     *
     * @throws InvalidInputException the code is taken or no code, there is no name or key, a field or a meaning does not
     *     exist, a header is named twice, a text is longer than 200 characters, or cells cannot be parted so
     * @throws NotFoundException there is no such organisation for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public SourceRegister create(RegisterDefinition definition) {
        Organisation organisation = organisations
                .byCode(definition.organisation())
                .filter(found -> Reach.covers(currentUser, context, found.getId()))
                .orElseThrow(NotFoundException::new);
        String code = checkedCode(definition.code());
        if (definition.name() == null || definition.name().isBlank()) {
            throw new InvalidInputException("register-name");
        }
        if (definition.key() == null || definition.key().isBlank()) {
            throw new InvalidInputException("register-key");
        }
        checkTexts(definition);
        int rank = definition.sourceRank() == null ? LATER_RANK : definition.sourceRank();
        SourceRegister register = new SourceRegister(definition, code, organisation.getId(), rank, clock.instant());
        check(definition.columns());
        register.map(definition.columns());
        em.persist(register);
        em.flush();
        audit.record("register.created", register.getUuid(), code);
        return register;
    }

    private String checkedCode(String code) {
        if (code == null || !code.strip().matches("[A-Za-z0-9][A-Za-z0-9_-]{1,39}")) {
            throw new InvalidInputException("register-code");
        }
        String folded = code.strip().toUpperCase(Locale.ROOT);
        Long taken = em.createQuery("select count(r) from SourceRegister r where r.code = :code", Long.class)
                .setParameter("code", folded)
                .getSingleResult();
        if (taken > 0) {
            throw new InvalidInputException("register-exists", folded);
        }
        return folded;
    }

    private static void checkTexts(RegisterDefinition definition) {
        for (String text : Stream.concat(
                        Stream.of(definition.name(), definition.key(), definition.sheet(), definition.encoding()),
                        definition.columns().stream().map(RegisterDefinition.Column::header))
                .filter(Objects::nonNull)
                .toList()) {
            if (text.length() > LONGEST_TEXT) {
                throw new InvalidInputException("text-too-long", LONGEST_TEXT);
            }
            if (text.indexOf('\0') >= 0) {
                throw new InvalidInputException("text-unreadable");
            }
        }
        String separator = definition.separator();
        if (separator != null && !separator.isEmpty() && !separator.matches("[^\"\\r\\n\\x00].*")) {
            throw new InvalidInputException("register-separator");
        }
    }

    /** Refuses a header that is named twice, and fields and meanings that do not exist. */
    static void check(List<RegisterDefinition.Column> columns) {
        Set<String> headers = new HashSet<>();
        for (RegisterDefinition.Column column : columns) {
            if (column.header() == null || !headers.add(RegisterFile.folded(column.header()))) {
                throw new InvalidInputException("register-header", String.valueOf(column.header()));
            }
            if (column.header().length() > LONGEST_TEXT) {
                throw new InvalidInputException("text-too-long", LONGEST_TEXT);
            }
            check(column);
        }
    }

    private static void check(RegisterDefinition.Column column) {
        for (String meaning : column.meanings().values()) {
            if (Meaning.of(meaning).isEmpty()) {
                throw new InvalidInputException("register-meaning", meaning);
            }
        }
        if (TargetField.of(column.field()).isEmpty()) {
            throw new InvalidInputException("register-field", String.valueOf(column.field()));
        }
    }
}
