package nl.kring.crm.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.intake.file.RegisterFile;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.GoldenRecords;
import nl.kring.crm.registry.provenance.SourceRecords;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * How the columns of registers read: found by header, shown with examples, corrected, and every change a version. For staff of
 * the register's organisation and the platform's administrator; somebody else's answers as if it did not exist.
 */
@Stateless
public class Mappings {

    private static final String KEY = TargetField.SOURCE_KEY.word();

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Registers registers;

    @Inject
    private SourceRecords records;

    @Inject
    private GoldenRecords goldenRecords;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * The columns of a file, each with what it most likely means and five values of it. Nothing of the file is kept.
     *
     * @param code the register that it is of; null for one that is to be made
     * @throws nl.kring.crm.intake.file.FileRefusedException the file cannot be read; the code says why
     * @throws NotFoundException there is no such register for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<FoundColumn> look(String code, byte[] content) {
        SourceRegister register = code == null ? null : registers.get(code);
        RegisterFile file = RegisterFile.look(content, register == null ? null : register.getSheet());
        Map<String, FoundColumn> stored = stored(register);
        ColumnValues values = ColumnValues.of(file);
        List<FoundColumn> found = new ArrayList<>();
        for (int at = 0; at < file.headers().size(); at++) {
            String header = file.headers().get(at);
            if (!header.isEmpty()) {
                List<String> examples = values.examples(at);
                FoundColumn known = stored.remove(RegisterFile.folded(header));
                boolean key = register == null
                        ? found.stream().noneMatch(before -> before.field().equals(KEY)) && values.tellApart(at)
                        : RegisterFile.folded(header).equals(RegisterFile.folded(register.getKeyColumn()));
                if (key) {
                    found.add(new FoundColumn(header, KEY, false, true, Map.of(), examples, known != null));
                } else {
                    found.add(known == null ? guessed(header, examples) : with(known, examples));
                }
            }
        }
        found.addAll(stored.values());
        return found;
    }

    /**
     * The columns of a register as they read now.
     *
     * @throws NotFoundException there is no such register for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<FoundColumn> columns(String code) {
        return List.copyOf(stored(registers.get(code)).values());
    }

    /** The words that a column can mean, in their order. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<String> fields() {
        return Arrays.stream(TargetField.values()).map(TargetField::word).toList();
    }

    /**
     * Reads a register's files otherwise from now on. What becomes private is so at once, also in what was brought before; all
     * else takes effect with the next delivery, which reads every row anew.
     *
     * @param expected the version that the caller looked at
     * @return the number of the new version
     * @throws NotFoundException there is no such register for this caller
     * @throws EditConflictException somebody else changed it meanwhile
     * @throws InvalidInputException as in {@link Registers#create}
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public int change(String code, List<RegisterDefinition.Column> columns, int expected) {
        SourceRegister register = registers.get(code);
        if (register.getMappingVersion() != expected) {
            throw new EditConflictException();
        }
        Registers.check(columns);
        keep(register, register.getMappingVersion(), null, register.getCreatedAt());
        em.flush();
        em.createNativeQuery("""
                        delete from crm.column_meaning where mapping_id in (select id from crm.column_mapping where register_id = :id)""").setParameter("id", register.getId()).executeUpdate();
        em.createNativeQuery("delete from crm.column_mapping where register_id = :id")
                .setParameter("id", register.getId())
                .executeUpdate();
        em.clear();
        SourceRegister cleared = registers.get(code);
        cleared.remap(columns);
        em.flush();
        keep(cleared, cleared.getMappingVersion(), currentUser.accountId(), clock.instant());
        Set<Long> touched =
                records.keepPrivate(cleared.getId(), RegisterMapping.of(cleared).privateFields());
        goldenRecords.derive(touched);
        audit.record("register.mapped", cleared.getUuid(), "version " + cleared.getMappingVersion());
        return cleared.getMappingVersion();
    }

    /**
     * How a register read through time, the newest first.
     *
     * @throws NotFoundException there is no such register for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<MappingVersion> versions(String code) {
        List<?> rows = em.createNativeQuery("""
                        select v.number, v.made_at, a.display_name, v.lines
                          from crm.mapping_version v left join crm.account a on a.id = v.account_id
                         where v.register_id = :register order by v.number desc""", Object[].class)
                .setParameter("register", registers.get(code).getId())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new MappingVersion(
                        ((Number) row[0]).intValue(), (Instant) row[1], (String) row[2], List.of((String[]) row[3])))
                .toList();
    }

    /** Written once for each version; the first one only when a second comes. */
    private void keep(SourceRegister register, int number, Long account, Instant at) {
        em.createNativeQuery("""
                        insert into crm.mapping_version (register_id, number, account_id, made_at, key_column, lines)
                        values (:register, :number, cast(:account as bigint), :at, :key, :lines)
                            on conflict (register_id, number) do nothing""")
                .setParameter("register", register.getId())
                .setParameter("number", number)
                .setParameter("account", account)
                .setParameter("at", at)
                .setParameter("key", register.getKeyColumn())
                .setParameter(
                        "lines",
                        stored(register).values().stream().map(Mappings::line).toArray(String[]::new))
                .executeUpdate();
    }

    private static String line(FoundColumn column) {
        return column.header() + " = " + column.field() + (column.personal() ? ", private" : "")
                + (column.required() ? ", required" : "")
                + (column.meanings().isEmpty() ? "" : ", " + new TreeMap<>(column.meanings()));
    }

    private static Map<String, FoundColumn> stored(SourceRegister register) {
        Map<String, FoundColumn> stored = new LinkedHashMap<>();
        if (register != null) {
            register.getColumns()
                    .forEach(column -> stored.put(
                            RegisterFile.folded(column.getHeader()),
                            new FoundColumn(
                                    column.getHeader(),
                                    column.getField().word(),
                                    column.isPersonal(),
                                    column.isRequired(),
                                    Map.copyOf(column.getMeanings()),
                                    List.of(),
                                    true)));
        }
        return stored;
    }

    private static FoundColumn guessed(String header, List<String> examples) {
        TargetField field = Words.field(header).orElse(TargetField.IGNORE);
        return new FoundColumn(
                header, field.word(), field.isContact(), field != TargetField.IGNORE, Map.of(), examples, false);
    }

    private static FoundColumn with(FoundColumn known, List<String> examples) {
        return new FoundColumn(
                known.header(), known.field(), known.personal(), known.required(), known.meanings(), examples, true);
    }
}
