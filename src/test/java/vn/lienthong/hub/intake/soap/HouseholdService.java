package vn.lienthong.hub.intake.soap;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlSeeAlso;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.ws.RequestWrapper;
import jakarta.xml.ws.ResponseWrapper;

/** The service as the department's own client knows it, made from its WSDL. */
@WebService(name = "HoSoWS", targetNamespace = HouseholdService.NAMESPACE)
@XmlSeeAlso(HouseholdService.HoSoDangKyHoKinhDoanh.class)
public interface HouseholdService {

    String NAMESPACE = "http://ws/";

    @WebMethod
    @WebResult(name = "return")
    @RequestWrapper(
            localName = "nopHoSo",
            targetNamespace = NAMESPACE,
            className = "vn.lienthong.hub.intake.soap.HouseholdService$NopHoSo")
    @ResponseWrapper(
            localName = "nopHoSoResponse",
            targetNamespace = NAMESPACE,
            className = "vn.lienthong.hub.intake.soap.HouseholdService$NopHoSoResponse")
    String nopHoSo(@WebParam(name = "arg0") HoSo filed);

    @WebMethod
    @WebResult(name = "return")
    @RequestWrapper(
            localName = "xoaHoSo",
            targetNamespace = NAMESPACE,
            className = "vn.lienthong.hub.intake.soap.HouseholdService$XoaHoSo")
    @ResponseWrapper(
            localName = "xoaHoSoResponse",
            targetNamespace = NAMESPACE,
            className = "vn.lienthong.hub.intake.soap.HouseholdService$XoaHoSoResponse")
    String xoaHoSo(@WebParam(name = "arg0") int number);

    @XmlRootElement(name = "nopHoSo", namespace = NAMESPACE)
    @XmlType(name = "nopHoSo", namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    class NopHoSo {
        public HoSo arg0;

        public HoSo getArg0() {
            return arg0;
        }

        public void setArg0(HoSo filed) {
            arg0 = filed;
        }
    }

    @XmlRootElement(name = "nopHoSoResponse", namespace = NAMESPACE)
    @XmlType(name = "nopHoSoResponse", namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    class NopHoSoResponse {
        @XmlElement(name = "return")
        public String answer;

        public String getReturn() {
            return answer;
        }

        public void setReturn(String words) {
            answer = words;
        }
    }

    @XmlRootElement(name = "xoaHoSo", namespace = NAMESPACE)
    @XmlType(name = "xoaHoSo", namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    class XoaHoSo {
        public int arg0;

        public int getArg0() {
            return arg0;
        }

        public void setArg0(int number) {
            arg0 = number;
        }
    }

    @XmlRootElement(name = "xoaHoSoResponse", namespace = NAMESPACE)
    @XmlType(name = "xoaHoSoResponse", namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    class XoaHoSoResponse {
        @XmlElement(name = "return")
        public String answer;

        public String getReturn() {
            return answer;
        }

        public void setReturn(String words) {
            answer = words;
        }
    }

    @XmlType(
            name = "hoSo",
            namespace = NAMESPACE,
            propOrder = {"congDan", "giayTo", "loaiHoSo", "maHoSo", "thongTinLienHe", "trangThaiHoSo"})
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlSeeAlso(HoSoDangKyHoKinhDoanh.class)
    abstract class HoSo {
        public CongDan congDan;
        public GiayTo giayTo;
        public String loaiHoSo;
        public int maHoSo;
        public ThongTinLienHe thongTinLienHe;
        public String trangThaiHoSo;
    }

    @XmlType(
            name = "hoSoDangKyHoKinhDoanh",
            namespace = NAMESPACE,
            propOrder = {"tenHoKinhDoanh", "soVonKinhDoanh", "ngayDangKy", "loaiDoiTuong", "hinhThucTra"})
    @XmlAccessorType(XmlAccessType.FIELD)
    class HoSoDangKyHoKinhDoanh extends HoSo {
        public String tenHoKinhDoanh;
        public double soVonKinhDoanh;
        public String ngayDangKy;

        @XmlElement(name = "LoaiDoiTuong")
        public String loaiDoiTuong;

        @XmlElement(name = "HinhThucTra")
        public String hinhThucTra;
    }

    @XmlType(name = "congDan", namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    class CongDan {
        public String idCongDan;
        public String tenCongDan;
        public String ngaySinh;
        public String diaChiThuongTru;
    }

    @XmlType(name = "giayTo", namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    class GiayTo {
        public String soGiayChungThuc;
        public String tenGiayChungThuc;
    }

    @XmlType(name = "thongTinLienHe", namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    class ThongTinLienHe {
        public String phone;
    }
}
