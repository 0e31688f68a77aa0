package vn.lienthong.identity.subject;

/** For whom an account acts (LoaiTaiKhoan). */
public enum AccountKind {
    /** A person, for themself (cá nhân). */
    PERSON,
    /** An enterprise; a representative is in the browser (doanh nghiệp). */
    ENTERPRISE,
    /** Another organisation; a representative is in the browser (tổ chức). */
    ORGANISATION
}
