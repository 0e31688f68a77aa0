package vn.lienthong.hub.quality.resend;

/** The two things that plans do. */
public enum PlanKind {
    /** Tell the portal a dossier again. */
    RESEND,
    /** Put a parked record through the mapping again. */
    RENORMALISE
}
