package nl.kring.crm.accreditation.request;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** What goes with requests: texts about the course that every body asks, and files. */
@Stateless
public class AccreditationDossiers {

    private static final int MOST_FILES = 20;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CourseAccess access;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentUser currentUser;

    /**
     * Keeps the texts about the course of an edition. For staff of an organiser.
     *
     * @throws NotFoundException there is no such edition, or not for the caller
     * @throws InvalidInputException a text cannot be kept
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void keep(UUID uuid, DossierTexts texts) {
        ManagedEdition edition = access.own(uuid);
        new CourseTable(em).keep(edition.courseId(), RequestRules.checked(texts));
        audit.record("accreditation.dossier-kept", uuid, null);
    }

    /**
     * Adds a file to a request. For staff of an organiser.
     *
     * @throws NotFoundException there is no such request, or not for the caller
     * @throws InvalidInputException it is empty, too large, of a kind that is not taken, or there are too many
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID attach(UUID uuid, UUID request, RequestFile file) {
        ManagedEdition edition = access.own(uuid);
        UUID document = UUID.randomUUID();
        int added = em.createNativeQuery("""
                        insert into crm.accreditation_document (uuid, request_id, file_name, media_type, content, added_at)
                        select :uuid, r.id, :name, :type, :content, :now from crm.accreditation_request r
                         where r.uuid = :request and r.course_id = :course
                           and (select count(*) from crm.accreditation_document d where d.request_id = r.id) < :most""")
                .setParameter("uuid", document)
                .setParameter("name", file.fileName())
                .setParameter("type", file.mediaType())
                .setParameter("content", file.content())
                .setParameter("now", clock.instant())
                .setParameter("request", request)
                .setParameter("course", edition.courseId())
                .setParameter("most", MOST_FILES)
                .executeUpdate();
        if (added == 0) {
            throw new InvalidInputException("accreditation-files", MOST_FILES);
        }
        audit.record("accreditation.file-added", request, null);
        return document;
    }

    /** Takes a file away. For staff of an organiser; one that is not there is none. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void detach(UUID uuid, UUID document) {
        ManagedEdition edition = access.own(uuid);
        int gone = em.createNativeQuery("""
                        delete from crm.accreditation_document d using crm.accreditation_request r
                         where r.id = d.request_id and r.course_id = :course and d.uuid = :uuid""")
                .setParameter("course", edition.courseId())
                .setParameter("uuid", document)
                .executeUpdate();
        if (gone == 0) {
            throw new NotFoundException();
        }
        audit.record("accreditation.file-removed", document, null);
    }

    /**
     * A file. For whoever sees the requests of the course.
     *
     * @throws NotFoundException there is none, or not for the caller
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public RequestFile file(UUID uuid, UUID document) {
        ManagedEdition edition = access.readable(uuid);
        List<Tuple> found = RequestTable.rows(em.createNativeQuery("""
                        select d.file_name, d.media_type, d.content from crm.accreditation_document d
                          join crm.accreditation_request r on r.id = d.request_id
                         where d.uuid = :uuid and r.course_id = :course
                           and (:own or r.holder_id = :caller and r.state <> 'DRAFT')""", Tuple.class)
                .setParameter("uuid", document)
                .setParameter("own", edition.own())
                .setParameter("caller", currentUser.requireOrganisation())
                .setParameter("course", edition.courseId()));
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        return new RequestFile(
                found.get(0).get(0, String.class),
                found.get(0).get(1, String.class),
                found.get(0).get(2, byte[].class));
    }
}
