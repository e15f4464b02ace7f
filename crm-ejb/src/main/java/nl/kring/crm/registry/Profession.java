package nl.kring.crm.registry;

/** What somebody is by training or function, as far as course audiences need it. */
public enum Profession {
    GP,
    GP_TRAINEE,
    LOCUM_GP,
    PN_SOMATIC,
    PN_MENTAL,
    PN,
    NURSE_SPECIALIST,
    PHYSICIAN_ASSISTANT,
    DOCTORS_ASSISTANT,
    TRIAGE_ASSISTANT,
    PRACTICE_MANAGER,
    PHARMACIST,
    MIDWIFE,
    PHYSIOTHERAPIST,
    DIETITIAN,
    OCCUPATIONAL_THERAPIST,
    SPEECH_THERAPIST,
    EXERCISE_THERAPIST,
    PSYCHOLOGIST,
    NURSE,
    OTHER
}
