package nl.kring.crm.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.intake.file.RawRow;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.provenance.RowToHandBack;
import nl.kring.crm.registry.provenance.SourceRecords;
import nl.kring.crm.security.Role;

/**
 * What an organisation gets back for its own register: what is shared and shown, where its rows say something else, in its own
 * columns and under its own numbers. For staff of the register's organisation and the platform's administrator.
 */
@Stateless
public class HandBacks {

    private static final int MOST_OTHERS = 20_000;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Registers registers;

    @Inject
    private SourceRecords records;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * The rows of a register with what is shown where they say something else. Bringing them in again changes nothing of any
     * person. Columns that stay with the organisation are handed back as they came.
     *
     * @param all true for every row, false for those that differ
     * @throws NotFoundException there is no such register for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public HandedSheet sheet(String code, boolean all) {
        SourceRegister register = registers.get(code);
        RegisterMapping mapping = RegisterMapping.of(register);
        List<RowToHandBack> rows = records.toHandBack(register.getId());
        List<String> headers = headers(mapping, rows);
        HandBack handBack = new HandBack(mapping, headers, LocalDate.now(clock));
        List<List<String>> written = new ArrayList<>();
        Map<Long, byte[]> hashes = new LinkedHashMap<>();
        for (RowToHandBack row : rows) {
            RawRow now = handBack.written(row);
            boolean changed = handBack.isChanged(row, now);
            if (changed) {
                hashes.put(row.record(), handBack.hash(now));
            }
            if (changed || all) {
                written.add(now.cells());
            }
        }
        records.handedBack(register.getId(), hashes, clock.instant());
        audit.record("register.handed-back", register.getUuid(), hashes.size() + " of " + rows.size());
        return new HandedSheet(headers, written);
    }

    /**
     * Persons without a row in a register, with what everybody sees: name, profession, workplace and its place; at most
     * 20,000, by name.
     *
     * @throws NotFoundException there is no such register for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<List<String>> others(String code) {
        List<?> rows = em.createNativeQuery("""
                        select p.display_name, coalesce(p.profession, ''), coalesce(p.workplace, ''), coalesce(p.workplace_place, '')
                          from crm.person p
                         where p.merged_into_id is null
                           and not exists (select 1 from crm.source_record r where r.person_id = p.id and r.register_id = :register)
                         order by p.sort_name, p.id""", Object[].class)
                .setParameter("register", registers.get(code).getId())
                .setMaxResults(MOST_OTHERS)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> List.of((String) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .toList();
    }

    /** The key first, then the columns that mean something, then the rest; as in the register's own list. */
    private static List<String> headers(RegisterMapping mapping, List<RowToHandBack> rows) {
        Set<String> raw = new TreeSet<>();
        rows.forEach(row -> raw.addAll(row.cells().keySet()));
        Set<String> headers = new LinkedHashSet<>();
        headers.add(mapping.format().keyColumn());
        mapping.columns().forEach(column -> headers.add(column.header()));
        headers.retainAll(raw);
        mapping.format().required().forEach(headers::add);
        headers.addAll(raw);
        return List.copyOf(headers);
    }
}
