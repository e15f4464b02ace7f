package nl.kring.crm.web.agenda;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.course.CourseLanguage;
import nl.kring.crm.agenda.course.ProfileForm;
import nl.kring.crm.registry.affiliation.AffiliationRole;

/** What is said of a course, as typed. */
public class CourseFields implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<SpeakerRow> speakers = new ArrayList<>();
    private final ArrayList<SponsorRow> sponsors = new ArrayList<>();
    private final ArrayList<BudgetRow> budget = new ArrayList<>();
    private String objectives;
    private String prerequisites;
    private String materials;
    private CourseLanguage language;
    private String[] themes;
    private AffiliationRole[] roles;
    private String[] organisations;
    private String[] coOrganisers;
    private String owner;
    private String deputy;

    CourseFields(ProfileForm said) {
        objectives = said.objectives();
        prerequisites = said.prerequisites();
        materials = said.materials();
        language = said.language();
        themes = texts(said.themes());
        roles = said.roles().toArray(AffiliationRole[]::new);
        organisations = texts(said.organisations());
        coOrganisers = texts(said.coOrganisers());
        owner = said.owner() == null ? null : said.owner().toString();
        deputy = said.deputy() == null ? null : said.deputy().toString();
        said.speakers().forEach(row -> speakers.add(new SpeakerRow(row)));
        said.sponsors().forEach(row -> sponsors.add(new SponsorRow(row)));
        said.budget().forEach(row -> budget.add(new BudgetRow(row)));
    }

    private static String[] texts(Collection<UUID> uuids) {
        return uuids.stream().map(UUID::toString).toArray(String[]::new);
    }

    ProfileForm said() {
        return new ProfileForm(
                objectives,
                prerequisites,
                materials,
                language,
                uuids(themes),
                Set.of(getRoles()),
                uuids(organisations),
                uuids(coOrganisers),
                uuid(owner),
                uuid(deputy),
                speakers.stream().map(SpeakerRow::said).toList(),
                sponsors.stream().map(SponsorRow::said).toList(),
                budget.stream().map(BudgetRow::said).toList());
    }

    private static Set<UUID> uuids(String[] chosen) {
        return chosen == null
                ? Set.of()
                : Arrays.stream(chosen).map(EditionId::of).collect(Collectors.toSet());
    }

    private static UUID uuid(String chosen) {
        return chosen == null || chosen.isBlank() ? null : EditionId.of(chosen);
    }

    public void addSpeaker() {
        speakers.add(new SpeakerRow(null, null));
    }

    public void removeSpeaker(int index) {
        speakers.remove(index);
    }

    public void addSponsor() {
        sponsors.add(new SponsorRow());
    }

    public void removeSponsor(int index) {
        sponsors.remove(index);
    }

    public void addBudget(boolean income) {
        budget.add(new BudgetRow(income));
    }

    public void removeBudget(int index) {
        budget.remove(index);
    }

    public CourseLanguage[] getLanguages() {
        return CourseLanguage.values();
    }

    public AffiliationRole[] getAllRoles() {
        return AffiliationRole.values();
    }

    public List<SpeakerRow> getSpeakers() {
        return speakers;
    }

    public List<SponsorRow> getSponsors() {
        return sponsors;
    }

    public List<BudgetRow> getBudget() {
        return budget;
    }

    public String getObjectives() {
        return objectives;
    }

    public void setObjectives(String objectives) {
        this.objectives = objectives;
    }

    public String getPrerequisites() {
        return prerequisites;
    }

    public void setPrerequisites(String prerequisites) {
        this.prerequisites = prerequisites;
    }

    public String getMaterials() {
        return materials;
    }

    public void setMaterials(String materials) {
        this.materials = materials;
    }

    public CourseLanguage getLanguage() {
        return language;
    }

    public void setLanguage(CourseLanguage language) {
        this.language = language;
    }

    public String[] getThemes() {
        return themes == null ? new String[0] : themes.clone();
    }

    public void setThemes(String[] themes) {
        this.themes = themes == null ? null : themes.clone();
    }

    public AffiliationRole[] getRoles() {
        return roles == null ? new AffiliationRole[0] : roles.clone();
    }

    public void setRoles(AffiliationRole[] roles) {
        this.roles = roles == null ? null : roles.clone();
    }

    public String[] getOrganisations() {
        return organisations == null ? new String[0] : organisations.clone();
    }

    public void setOrganisations(String[] organisations) {
        this.organisations = organisations == null ? null : organisations.clone();
    }

    public String[] getCoOrganisers() {
        return coOrganisers == null ? new String[0] : coOrganisers.clone();
    }

    public void setCoOrganisers(String[] coOrganisers) {
        this.coOrganisers = coOrganisers == null ? null : coOrganisers.clone();
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getDeputy() {
        return deputy;
    }

    public void setDeputy(String deputy) {
        this.deputy = deputy;
    }
}
