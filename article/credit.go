package article

// A Credit names a person or an organization and what they did.
//
// A person and an organization are two things: "Quốc Vy - BTG Huyện ủy" is the
// Name "Quốc Vy" and the Organization "BTG Huyện ủy". If Name is empty, the
// organization itself is credited, as a desk or an agency is.
type Credit struct {
	Name         string        `json:"name,omitempty"`
	Role         Role          `json:"role,omitempty"`     // empty means RoleAuthor
	JobTitle     string        `json:"jobTitle,omitempty"` // schema.org jobTitle
	Organization *Organization `json:"organization,omitempty"`
	URL          string        `json:"url,omitempty"` // a page on the person
	ID           string        `json:"id,omitempty"`  // in the publisher's own records
	Image        *Image        `json:"image,omitempty"`
}

// A Role is what a credited person did.
type Role string

// The roles.
const (
	RoleAuthor       Role = "author" // the default
	RoleReporter     Role = "reporter"
	RolePhotographer Role = "photographer"
	RoleVideographer Role = "videographer"
	RoleIllustrator  Role = "illustrator"
	RoleEditor       Role = "editor"
	RoleTranslator   Role = "translator"
	RoleContributor  Role = "contributor"
	RoleReviewer     Role = "reviewer" // checked the facts
	RoleSource       Role = "source"   // gave the picture or the material
)

// An Organization is a publisher, an agency or an authority. The zero
// Organization is nobody.
type Organization struct {
	Name      string           `json:"name,omitempty"`
	ShortName string           `json:"shortName,omitempty"` // such as "TTXVN"
	Kind      OrganizationKind `json:"kind,omitempty"`      // empty means OrganizationOther
	URL       string           `json:"url,omitempty"`
	Logo      *Image           `json:"logo,omitempty"`
	SameAs    []string         `json:"sameAs,omitempty"` // its pages elsewhere
	Parent    *Organization    `json:"parent,omitempty"`

	// PublishingPrinciples and CorrectionsPolicy are the addresses of pages
	// that say how a newsroom works (schema.org properties of the same names).
	PublishingPrinciples string `json:"publishingPrinciples,omitempty"`
	CorrectionsPolicy    string `json:"correctionsPolicy,omitempty"`
}

// An OrganizationKind says what sort of organization it is.
type OrganizationKind string

// The kinds of organizations, with their schema.org types.
const (
	OrganizationOther      OrganizationKind = "organization" // Organization, the default
	OrganizationNews       OrganizationKind = "news"         // NewsMediaOrganization
	OrganizationGovernment OrganizationKind = "government"   // GovernmentOrganization
)
