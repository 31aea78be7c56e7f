"""What a client can be asked, in plain English and Spanish: of a fact, of a list, and the words a client may answer with.

``{it}`` is the row asked about.  A fact that is not here is one for records, and no client is asked for it.
"""

from typing import NamedTuple


class Said(NamedTuple):
    """The same words in both languages."""

    english: str
    spanish: str


# Entity and fact -> the question.
FACTS: dict[tuple[str, str], Said] = {
    ("Person", "name"): Said("What is your full name?", "¿Cuál es su nombre completo?"),
    ("Person", "born"): Said("When were you born?", "¿Cuándo nació usted?"),
    ("Person", "nationality"): Said("Of which country are you a citizen?", "¿De qué país es usted ciudadano?"),
    ("Person", "country"): Said("Of which country are you a citizen?", "¿De qué país es usted ciudadano?"),
    ("Person", "sex"): Said("Your sex, as on your papers?", "¿Su sexo, como está en sus papeles?"),
    ("Person", "passport_until"): Said("Until when is your passport good?", "¿Hasta cuándo es válido su pasaporte?"),
    ("Person", "in_school_or_graduated"): Said(
        "Are you in school, or did you finish high school, get a GED, or serve in the armed forces?",
        "¿Estudia usted, o terminó la preparatoria, obtuvo el GED, o sirvió en las fuerzas armadas?",
    ),
    ("Person", "schooled_here"): Said(
        "Do you go to high school or college in the United States, or did you finish one here?",
        "¿Va usted a la preparatoria o a la universidad en Estados Unidos, o terminó una aquí?",
    ),
    ("Case", "battered"): Said(
        "Has a husband, wife, parent, son or daughter ever hit you, threatened you or treated you with cruelty?",
        "¿Alguna vez su esposo, esposa, padre, madre, hijo o hija le pegó, le amenazó o le trató con crueldad?",
    ),
    ("Case", "first_asked_for_tps"): Said(
        "Did you ever ask for TPS, temporary protected status? When first?",
        "¿Pidió usted alguna vez el TPS, estatus de protección temporal? ¿Cuándo por primera vez?",
    ),
    ("Case", "false_testimony"): Said(
        "Did you ever say under oath, to get a benefit, what was not so? When last?",
        "¿Alguna vez dijo bajo juramento, para obtener un beneficio, algo que no era cierto? ¿Cuándo fue la última vez?",
    ),
    ("Case", "helped_entry"): Said(
        "Did you ever help anybody, even family, to come in without papers? When last?",
        "¿Ayudó alguna vez a alguien, aunque fuera familia, a entrar sin papeles? ¿Cuándo fue la última vez?",
    ),
    ("Case", "habitual_drunkard"): Said(
        "Has drinking been a problem for you in the last ten years?",
        "¿Ha tenido usted problemas con el alcohol en los últimos diez años?",
    ),
    ("Case", "vice"): Said(
        "In the last ten years, was there prostitution, more than one marriage at a time, or illegal gambling?",
        "En los últimos diez años, ¿hubo prostitución, más de un matrimonio a la vez, o apuestas ilegales?",
    ),
    ("Case", "persecutor"): Said(
        "Did you ever take part in harming people for who they are or what they believe?",
        "¿Participó alguna vez en hacer daño a personas por lo que son o por lo que creen?",
    ),
    ("Case", "relief_before"): Said(
        "Did a judge ever let you stay before, by cancellation, suspension or a 212(c) waiver?",
        "¿Algún juez le permitió quedarse antes, por cancelación, suspensión o un perdón 212(c)?",
    ),
    ("Case", "admitted_as_resident"): Said(
        "Have you ever had a green card? Since when?", "¿Ha tenido alguna vez la tarjeta verde? ¿Desde cuándo?"
    ),
    ("Case", "gang"): Said(
        "When you were sixteen or older, did you ever take part in a gang, or were you convicted of that?",
        "Cuando tenía dieciséis años o más, ¿participó alguna vez en una pandilla, o lo condenaron por eso?",
    ),
    ("Case", "warrant"): Said(
        "Is there a warrant out for your arrest for a crime?", "¿Hay una orden de arresto contra usted por un delito?"
    ),
    ("Case", "misrepresented"): Said(
        "Did you ever lie to an agency, or use false papers?", "¿Mintió alguna vez a una agencia, o usó papeles falsos?"
    ),
    ("Case", "benefits_abused"): Said(
        "Did you ever take public benefits that were not yours to take?",
        "¿Recibió alguna vez ayudas públicas que no le correspondían?",
    ),
    ("Case", "victim_or_witness"): Said(
        "Are you a victim or a witness of a crime, or do you have a lawsuit over your rights or your pay?",
        "¿Es usted víctima o testigo de un delito, o tiene una demanda por sus derechos o su salario?",
    ),
    ("Case", "military"): Said(
        "Have you, or your husband, wife, child or parent, served in the armed forces of the United States?",
        "¿Ha servido usted, o su cónyuge, hijo, padre o madre, en las fuerzas armadas de Estados Unidos?",
    ),
    ("Case", "resettled"): Said(
        "Before you came here, did another country offer that you stay there for good?",
        "Antes de venir aquí, ¿otro país le ofreció quedarse allí de forma permanente?",
    ),
    ("Case", "crime_abroad"): Said(
        "Does anybody say that you committed a serious crime in another country before you came?",
        "¿Alguien dice que usted cometió un delito grave en otro país antes de venir?",
    ),
    ("Case", "unaccompanied_child"): Said(
        "When you came, did officers find that you were a child alone?",
        "Cuando llegó, ¿los oficiales determinaron que era un menor no acompañado?",
    ),
    ("Relative", "relation"): Said("How is {it} related to you?", "¿Qué parentesco tiene con usted {it}?"),
    ("Relative", "born"): Said("When was {it} born?", "¿Cuándo nació {it}?"),
    ("Relative", "born_here"): Said("Was {it} born in the United States?", "¿Nació {it} en Estados Unidos?"),
    ("Relative", "citizen"): Said("Is {it} a citizen of the United States?", "¿Es {it} ciudadano de Estados Unidos?"),
    ("Relative", "permanent_resident"): Said(
        "Does {it} have a green card?", "¿Tiene {it} la tarjeta verde (residencia permanente)?"
    ),
    ("Relative", "lives_with"): Said("Does {it} live with you?", "¿Vive {it} con usted?"),
    ("Relative", "dependent"): Said("Does {it} depend on you for a living?", "¿Depende {it} de usted para vivir?"),
    ("Relative", "married_since"): Said("Is {it} married, and since when?", "¿Está casado {it}, y desde cuándo?"),
    ("Relative", "married_until"): Said(
        "Did the marriage of {it} end, and when?", "¿Terminó el matrimonio de {it}, y cuándo?"
    ),
    ("Relative", "employed"): Said("Does {it} have a job?", "¿Tiene trabajo {it}?"),
    ("Relative", "killed"): Said("Was {it} killed?", "¿Mataron a {it}?"),
    ("Relative", "threatened"): Said("Was {it} threatened?", "¿Amenazaron a {it}?"),
    ("Entry", "manner"): Said(
        "How did you come in, at {it}: past an officer who let you in, on parole, or without being seen?",
        "¿Cómo entró usted, en {it}: un oficial le dejó pasar, con permiso (parole), o sin que lo vieran?",
    ),
    ("Entry", "on"): Said("When did you come in, at {it}?", "¿Cuándo entró usted, en {it}?"),
    ("Entry", "admitted_until"): Said(
        "Until when were you let stay, at {it}?", "¿Hasta cuándo le permitieron quedarse, en {it}?"
    ),
    ("Entry", "visa_waiver"): Said(
        "Did you come without a visa, under the Visa Waiver Program (ESTA), at {it}?",
        "¿Vino sin visa, con el programa de exención de visa (ESTA), en {it}?",
    ),
    ("Entry", "as_crewman"): Said(
        "Did you come as a worker on a ship or a plane, at {it}?",
        "¿Vino como trabajador de un barco o un avión, en {it}?",
    ),
    ("Entry", "as_exchange_visitor"): Said(
        "Did you come with a J visa for an exchange, at {it}?", "¿Vino con visa J de intercambio, en {it}?"
    ),
    ("Entry", "by_sea"): Said("Did you come by sea, at {it}?", "¿Vino por mar, en {it}?"),
    ("Entry", "met"): Said(
        "Did officers stop you after {it}, and when?", "¿Lo detuvieron oficiales después de {it}, y cuándo?"
    ),
    ("Entry", "met_near_border"): Said(
        "Was it within 100 miles of the border that officers stopped you, after {it}?",
        "¿Fue a menos de 100 millas de la frontera donde lo detuvieron los oficiales, después de {it}?",
    ),
    ("Entry", "caught_entering"): Said(
        "Did officers catch you at the border or a port, on the way in, at {it}?",
        "¿Lo agarraron los oficiales en la frontera o en un puerto, al entrar, en {it}?",
    ),
    ("Entry", "by_southwest_border"): Said(
        "Did you come over the border with Mexico, at {it}?", "¿Cruzó por la frontera con México, en {it}?"
    ),
    ("Entry", "by_appointment"): Said(
        "Did you come to a port of entry with an appointment, at {it}?",
        "¿Llegó a un puerto de entrada con cita, en {it}?",
    ),
    ("Entry", "from_canada"): Said(
        "Did you come over the land border from Canada, at {it}?",
        "¿Cruzó por tierra desde Canadá, en {it}?",
    ),
    ("Entry", "through_third_country"): Said(
        "Did you come through a country other than your own, at {it}?",
        "¿Pasó por un país que no es el suyo, en {it}?",
    ),
    ("Departure", "manner"): Said(
        "How did you leave, at {it}: by yourself, in time that a judge gave you, or were you deported?",
        "¿Cómo salió usted, en {it}: por su cuenta, dentro del plazo que le dio un juez, o lo deportaron?",
    ),
    ("Departure", "on"): Said("When did you leave, at {it}?", "¿Cuándo salió usted, en {it}?"),
    ("Departure", "returned"): Said("When did you come back, after {it}?", "¿Cuándo regresó usted, después de {it}?"),
    ("Departure", "advance_parole"): Said(
        "Did you have a travel permit (advance parole), at {it}?",
        "¿Tenía permiso de viaje (advance parole), en {it}?",
    ),
    ("ChargingDocument", "received"): Said("Did you get {it}?", "¿Recibió usted {it}?"),
    ("ChargingDocument", "served"): Said("When were you given {it}?", "¿Cuándo le entregaron {it}?"),
    ("ChargingDocument", "address_given"): Said(
        "Did you give the court an address, after {it}?", "¿Le dio usted una dirección al tribunal, después de {it}?"
    ),
    ("ChargingDocument", "address_right"): Said(
        "Was {it} sent to where you lived?", "¿Mandaron {it} a donde usted vivía?"
    ),
    ("Hearing", "on"): Said("When was {it}?", "¿Cuándo fue {it}?"),
    ("Hearing", "appeared"): Said("Did you go to {it}?", "¿Fue usted a {it}?"),
    ("Notice", "received"): Said("Did you get {it}?", "¿Recibió usted {it}?"),
    ("Notice", "address_right"): Said(
        "Did {it} go to the last address that you gave?", "¿Mandaron {it} a la última dirección que usted dio?"
    ),
    ("Order", "decided"): Said("When was {it} made?", "¿Cuándo se dictó {it}?"),
    ("Order", "by"): Said(
        "Who decided last, in {it}: the judge, the Board of appeals, or immigration officers?",
        "¿Quién decidió al final, en {it}: el juez, la Junta de apelaciones, o los oficiales de inmigración?",
    ),
    ("Order", "outcome"): Said("What does {it} say is to happen?", "¿Qué dice {it} que debe pasar?"),
    ("Order", "in_absentia"): Said(
        "Was {it} made because you were not at the hearing?",
        "¿Se dictó {it} porque usted no estuvo en la audiencia?",
    ),
    ("Order", "oral"): Said("Did the judge tell you {it} in the courtroom?", "¿El juez le dijo {it} en la sala?"),
    ("Order", "appeal_waived"): Said(
        "Did you or your lawyer tell the judge that you would not appeal {it}?",
        "¿Usted o su abogado le dijo al juez que no apelaría {it}?",
    ),
    ("Order", "executed"): Said(
        "Were you ever deported under {it}, or did you leave after it? When?",
        "¿Lo deportaron alguna vez por {it}, o salió usted después? ¿Cuándo?",
    ),
    ("Order", "reopened"): Said(
        "Was your case opened again after {it}? When?", "¿Se reabrió su caso después de {it}? ¿Cuándo?"
    ),
    ("Order", "voluntary_departure_until"): Said(
        "Until which day were you given to leave by yourself, in {it}?",
        "¿Hasta qué día le dieron para salir por su cuenta, en {it}?",
    ),
    ("Filing", "kind"): Said("What is {it}?", "¿Qué es {it}?"),
    ("Filing", "forum"): Said("Where was {it} handed in?", "¿Dónde se presentó {it}?"),
    ("Filing", "received"): Said("When was {it} handed in?", "¿Cuándo se presentó {it}?"),
    ("Filing", "decided"): Said("Is there an answer to {it}? Since when?", "¿Ya hay respuesta a {it}? ¿Desde cuándo?"),
    ("Filing", "outcome"): Said("What was the answer to {it}?", "¿Cuál fue la respuesta a {it}?"),
    ("Filing", "by"): Said("Who filed {it}?", "¿Quién presentó {it}?"),
    ("Filing", "fee_paid"): Said("Was the fee for {it} paid?", "¿Se pagó la tarifa de {it}?"),
    ("Filing", "until"): Said(
        "Until which day does the stay last, of {it}?", "¿Hasta qué día dura la suspensión, de {it}?"
    ),
    ("Filing", "ground_no_notice"): Said(
        "Does {it} say that you were not told of the hearing?", "¿Dice {it} que no le avisaron de la audiencia?"
    ),
    ("Filing", "ground_vawa"): Said(
        "Does {it} rest on having been hit or ill-treated by family?",
        "¿Se basa {it} en que un familiar le pegó o le maltrató?",
    ),
    ("Filing", "asks_for"): Said("What does {it} ask for?", "¿Qué pide {it}?"),
    ("Filing", "present_at_filing"): Said(
        "Were you in the United States when {it} was handed in?",
        "¿Estaba usted en Estados Unidos cuando se presentó {it}?",
    ),
    ("Custody", "since"): Said("Since when, {it}?", "¿Desde cuándo, {it}?"),
    ("Custody", "until"): Said("Were you let go, from {it}? When?", "¿Lo dejaron libre, de {it}? ¿Cuándo?"),
    ("Supervision", "since"): Said("Since when, {it}?", "¿Desde cuándo, {it}?"),
    ("Supervision", "until"): Said("Did {it} end? When?", "¿Terminó {it}? ¿Cuándo?"),
    ("Instruction", "kind"): Said("What were you told to do, in {it}?", "¿Qué le dijeron que hiciera, en {it}?"),
    ("Instruction", "on"): Said("On which day must you do what {it} says?", "¿Qué día debe hacer lo que dice {it}?"),
    ("Instruction", "given"): Said("When were you told, in {it}?", "¿Cuándo se lo dijeron, en {it}?"),
    ("Instruction", "written"): Said("Do you have {it} in writing?", "¿Tiene {it} por escrito?"),
    ("Instruction", "ticket_booked"): Said(
        "Do you have a ticket to leave, for {it}?", "¿Ya tiene el boleto de salida, para {it}?"
    ),
    ("Arrest", "kind"): Said(
        "Were you arrested, given a ticket, or only warned, at {it}?",
        "¿Lo arrestaron, le dieron una multa, o solo una advertencia, en {it}?",
    ),
    ("Arrest", "on"): Said("When was {it}?", "¿Cuándo fue {it}?"),
    ("Arrest", "charge_pending"): Said(
        "Is a criminal case from {it} still open?", "¿Sigue abierto un caso penal por {it}?"
    ),
    ("Conviction", "on"): Said("When were you found guilty, in {it}?", "¿Cuándo lo declararon culpable, en {it}?"),
    ("Conviction", "offense_on"): Said(
        "When did the thing happen for which you were found guilty, in {it}?",
        "¿Cuándo ocurrió aquello por lo que lo declararon culpable, en {it}?",
    ),
    ("Conviction", "drunk_driving"): Said("Was it for drunk driving, {it}?", "¿Fue por manejar borracho, {it}?"),
    ("Conviction", "controlled_substance"): Said("Was it about drugs, {it}?", "¿Fue por drogas, {it}?"),
    ("Conviction", "domestic_violence"): Said(
        "Was it about violence at home, stalking or harm to a child, {it}?",
        "¿Fue por violencia en el hogar, acoso o daño a un menor, {it}?",
    ),
    ("Conviction", "firearm"): Said("Was it about a gun, {it}?", "¿Fue por un arma de fuego, {it}?"),
    ("Conviction", "minor_traffic"): Said(
        "Was it only a small traffic matter, {it}?", "¿Fue solo una infracción menor de tránsito, {it}?"
    ),
    ("Conviction", "vacated"): Said("Did a court take back {it}? When?", "¿Un tribunal anuló {it}? ¿Cuándo?"),
    ("Employment", "since"): Said("Since when, {it}?", "¿Desde cuándo, {it}?"),
    ("Employment", "work_permit"): Said(
        "Did you have a work permit, for {it}?", "¿Tenía permiso de trabajo, para {it}?"
    ),
    ("Employment", "sole_income"): Said(
        "Is it the only income of your family, {it}?", "¿Es el único ingreso de su familia, {it}?"
    ),
    ("Residence", "since"): Said("Since when, {it}?", "¿Desde cuándo, {it}?"),
    ("Residence", "owned"): Said("Is it your own, {it}?", "¿Es propia, {it}?"),
    ("HealthCondition", "serious"): Said(
        "Does a doctor say that it is serious, {it}?", "¿Dice un médico que es grave, {it}?"
    ),
    ("HealthCondition", "own"): Said("Is it you who is ill, of {it}?", "¿Es usted quien está enfermo, de {it}?"),
    ("HealthCondition", "since"): Said("Since when, {it}?", "¿Desde cuándo, {it}?"),
    ("HealthCondition", "until"): Said("Is it over, {it}? Since when?", "¿Ya pasó, {it}? ¿Desde cuándo?"),
    ("Fear", "ground"): Said("Why would you be harmed, of {it}?", "¿Por qué le harían daño, de {it}?"),
    ("Fear", "by"): Said(
        "Who would harm you, of {it}: officials, or others?", "¿Quién le haría daño, de {it}: autoridades, u otros?"
    ),
    ("Fear", "since"): Said("Since when, {it}?", "¿Desde cuándo, {it}?"),
    ("Fear", "harmed"): Said("Were you harmed already, of {it}?", "¿Ya le hicieron daño, de {it}?"),
    ("Fear", "reported"): Said(
        "Did you tell the police there, of {it}?", "¿Lo denunció a la policía de allá, de {it}?"
    ),
    ("Fear", "officials_knew"): Said(
        "Did officials there know, or take part, of {it}?",
        "¿Las autoridades de allá lo sabían, o participaron, de {it}?",
    ),
    ("Fear", "moved"): Said(
        "Had you moved within that country to be safe, of {it}?",
        "¿Se había mudado dentro de ese país para estar a salvo, de {it}?",
    ),
    ("Fear", "torture"): Said(
        "Do you fear that they would cause you great pain on purpose, of {it}?",
        "¿Teme que le causen un gran dolor a propósito, de {it}?",
    ),
    ("Protection", "since"): Said("Since when do you have {it}?", "¿Desde cuándo tiene usted {it}?"),
    ("Protection", "until"): Said("Until when do you have {it}?", "¿Hasta cuándo tiene usted {it}?"),
    ("Petition", "filed"): Said("When was {it} handed in?", "¿Cuándo se presentó {it}?"),
    ("Petition", "approved"): Said("Was {it} approved? When?", "¿Se aprobó {it}? ¿Cuándo?"),
}

# List -> whether there is any, or another, that the file does not have.
LISTS: dict[str, Said] = {
    "relatives": Said(
        "Do you have a husband, wife, child, stepchild, father or mother? Is there another?",
        "¿Tiene usted esposo, esposa, hijos, hijastros, padre o madre? ¿Hay alguien más?",
    ),
    "entries": Said(
        "Did you come into the United States? At any other time too?",
        "¿Entró usted a Estados Unidos? ¿También otra vez?",
    ),
    "departures": Said(
        "Have you ever left the United States since you first came?",
        "¿Ha salido usted alguna vez de Estados Unidos desde que vino por primera vez?",
    ),
    "charging_documents": Said(
        "Were you given a paper that says why you should be deported (notice to appear, order to show cause)?",
        "¿Le dieron un papel que dice por qué lo quieren deportar (aviso de comparecencia)?",
    ),
    "hearings": Said("Did you have a hearing before a judge?", "¿Tuvo usted una audiencia con un juez?"),
    "notices": Said(
        "Were you sent a notice that said when to come to court?",
        "¿Le mandaron un aviso de cuándo debía ir al tribunal?",
    ),
    "orders": Said(
        "Did a judge or an officer ever order that you leave the country?",
        "¿Alguna vez un juez o un oficial ordenó que usted saliera del país?",
    ),
    "filings": Said(
        "Did you or a lawyer ever file anything: an appeal, a motion, a request for a stay, an application for asylum?",
        "¿Presentó usted o un abogado algo: una apelación, una moción, una petición de suspensión, una solicitud de asilo?",
    ),
    "custody": Said(
        "Have you ever been locked up, by immigration or the police?",
        "¿Ha estado usted detenido alguna vez, por inmigración o la policía?",
    ),
    "supervision": Said(
        "Must you report to immigration, or wear a monitor?", "¿Debe presentarse ante inmigración, o lleva un monitor?"
    ),
    "instructions": Said(
        "Did anybody tell you a day to leave, to report or to turn yourself in?",
        "¿Alguien le dijo un día para salir, presentarse o entregarse?",
    ),
    "arrests": Said(
        "Did the police ever stop, cite or arrest you?", "¿Alguna vez la policía lo paró, multó o arrestó?"
    ),
    "convictions": Said(
        "Did you ever plead guilty, or were you found guilty of anything, in any country?",
        "¿Alguna vez se declaró culpable, o lo declararon culpable de algo, en cualquier país?",
    ),
    "bills": Said(
        "Did a member of Congress introduce a bill for you?",
        "¿Algún congresista presentó un proyecto de ley para usted?",
    ),
    "employment": Said("Do you work, or did you?", "¿Trabaja usted, o ha trabajado?"),
    "residences": Said(
        "In which town do you live, or did you live before?", "¿En qué pueblo o ciudad vive, o vivió antes?"
    ),
    "health": Said(
        "Are you, or is anybody in your family, ill or disabled?",
        "¿Está usted, o alguien de su familia, enfermo o discapacitado?",
    ),
    "community": Said(
        "Do you take part in a church, a school or a club?", "¿Participa usted en una iglesia, una escuela o un club?"
    ),
    "fears": Said("Are you afraid of something if you go back?", "¿Le da miedo algo si regresa a su país?"),
    "fear_screenings": Said(
        "Did an asylum officer ask you about your fear of going back?",
        "¿Un oficial de asilo le preguntó por su miedo de regresar?",
    ),
    "circumstances": Said(
        "Did something change since you came, or stop you from asking for asylum sooner?",
        "¿Cambió algo desde que vino, o algo le impidió pedir asilo antes?",
    ),
    "protections": Said(
        "Do you have TPS, DACA, parole or another permission to stay?",
        "¿Tiene TPS, DACA, parole u otro permiso para quedarse?",
    ),
    "petitions": Said(
        "Did a relative or an employer ever file a petition for you, your husband, wife or parents, above all by April 2001?",
        "¿Un familiar o patrón presentó una petición para usted, su cónyuge o sus padres, sobre todo antes de mayo de 2001?",
    ),
}

# Entity -> what the client would call it.
NOUNS: dict[str, Said] = {
    "Relative": Said("your relative", "su familiar"),
    "Entry": Said("that entry", "esa entrada"),
    "Departure": Said("that departure", "esa salida"),
    "ChargingDocument": Said("the charging paper", "el papel de los cargos"),
    "Hearing": Said("the hearing", "la audiencia"),
    "Notice": Said("the notice", "el aviso"),
    "Order": Said("the order", "la orden"),
    "Filing": Said("the paper filed", "lo presentado"),
    "Custody": Said("the time locked up", "la detención"),
    "Supervision": Said("the supervision", "la supervisión"),
    "Instruction": Said("what you were told", "lo que le dijeron"),
    "Arrest": Said("the stop by the police", "el encuentro con la policía"),
    "Conviction": Said("the conviction", "la condena"),
    "Employment": Said("the job", "el trabajo"),
    "Residence": Said("the home", "la casa"),
    "HealthCondition": Said("the illness", "la enfermedad"),
    "Fear": Said("the fear", "el miedo"),
    "Protection": Said("the protection", "la protección"),
    "Petition": Said("the petition", "la petición"),
}

# A word of a closed list -> how it is shown to a client; a word that is not here is shown as it is.
CODES: dict[str, Said] = {
    "without inspection": Said("without being seen by an officer", "sin que me viera un oficial"),
    "inspected and admitted": Said(
        "an officer let me in, with a visa or papers", "un oficial me dejó pasar, con visa o papeles"
    ),
    "paroled": Said("on parole", "con parole"),
    "child": Said("son or daughter", "hijo o hija"),
    "stepchild": Said("stepson or stepdaughter", "hijastro o hijastra"),
    "spouse": Said("husband or wife", "esposo o esposa"),
    "parent": Said("father or mother", "padre o madre"),
    "sibling": Said("brother or sister", "hermano o hermana"),
    "other": Said("other", "otro"),
    "own accord": Said("by myself", "por mi cuenta"),
    "voluntary departure": Said(
        "in time given to leave (voluntary departure)", "en el plazo para salir (salida voluntaria)"
    ),
    "under an order": Said("by myself, under an order to leave", "por mi cuenta, con una orden de salir"),
    "removed": Said("deported", "deportado"),
    "turned back at the border": Said("turned back at the border", "devuelto en la frontera"),
    "notice to appear": Said("notice to appear (I-862)", "aviso de comparecencia (I-862)"),
    "order to show cause": Said("order to show cause (I-221)", "orden de mostrar causa (I-221)"),
    "notice to applicant": Said("notice to applicant (I-122)", "aviso al solicitante (I-122)"),
    "DHS order without hearing": Said("an order without a hearing", "una orden sin audiencia"),
    "removal": Said("removal, by a judge", "expulsión (removal), de un juez"),
    "deportation": Said("deportation, before April 1997", "deportación, antes de abril de 1997"),
    "exclusion": Said(
        "exclusion, at the border, before April 1997", "exclusión, en la frontera, antes de abril de 1997"
    ),
    "expedited removal": Said("by officers at the border (expedited)", "de los oficiales en la frontera (acelerada)"),
    "administrative removal": Said("by officers, for a crime", "de los oficiales, por un delito"),
    "reinstatement": Said("an old order put back in force", "una orden vieja puesta otra vez en vigor"),
    "immigration judge": Said("the judge", "el juez"),
    "Board": Said("the Board of appeals", "la Junta de apelaciones"),
    "DHS": Said("immigration officers", "oficiales de inmigración"),
    "court": Said("a court", "un tribunal"),
    "ordered removed": Said("that I be deported", "que me deporten"),
    "relief granted": Said("that I can stay", "que me puedo quedar"),
    "terminated": Said("that the case is over", "que el caso terminó"),
    "remanded": Said("sent back", "devuelto"),
    "motion denied": Said("no to a motion", "no a una moción"),
    "motion granted": Said("yes to a motion", "sí a una moción"),
    "appeal": Said("appeal", "apelación"),
    "motion to reopen": Said("motion to reopen", "moción para reabrir"),
    "motion to reconsider": Said("motion to reconsider", "moción para reconsiderar"),
    "motion to rescind": Said(
        "motion to take back an order made in my absence", "moción para anular una orden en ausencia"
    ),
    "stay request": Said("request to stay the deportation", "petición para suspender la deportación"),
    "petition for review": Said(
        "petition to the federal court of appeals", "petición al tribunal federal de apelaciones"
    ),
    "habeas": Said("habeas", "habeas"),
    "application for relief": Said(
        "application to stay (asylum, cancellation, other)", "solicitud para quedarse (asilo, cancelación, otra)"
    ),
    "granted": Said("yes, granted", "sí, concedida"),
    "denied": Said("no, denied", "no, negada"),
    "dismissed": Said("dismissed", "desestimada"),
    "withdrawn": Said("taken back", "retirada"),
    "immigration court": Said("immigration court", "tribunal de inmigración"),
    "court of appeals": Said("federal court of appeals", "tribunal federal de apelaciones"),
    "district court": Said("federal district court", "tribunal federal de distrito"),
    "ICE": Said("immigration (ICE)", "inmigración (ICE)"),
    "criminal": Said("police or jail", "policía o cárcel"),
    "respondent": Said("I, or my lawyer", "yo, o mi abogado"),
    "both parties": Said("both together", "los dos juntos"),
    "asylum": Said("asylum", "asilo"),
    "withholding of removal": Said("withholding of removal", "retención de la expulsión"),
    "cancellation of removal": Said("cancellation of removal", "cancelación de la expulsión"),
    "adjustment of status": Said("a green card", "la tarjeta verde"),
    "order of supervision": Said("I must report (order of supervision)", "debo presentarme (orden de supervisión)"),
    "parole": Said("parole", "parole"),
    "recognizance": Said("on my word", "bajo palabra"),
    "electronic monitoring": Said("a monitor or an app", "un monitor o una aplicación"),
    "depart": Said("leave the country", "salir del país"),
    "report": Said("report", "presentarme"),
    "surrender": Said("turn myself in", "entregarme"),
    "arrested": Said("arrested", "arrestado"),
    "cited": Said("given a ticket", "multado"),
    "warned": Said("warned", "advertido"),
    "felony": Said("felony", "delito grave (felony)"),
    "misdemeanor": Said("misdemeanor", "delito menor (misdemeanor)"),
    "infraction": Said("infraction", "infracción"),
    "race": Said("race", "raza"),
    "religion": Said("religion", "religión"),
    "nationality": Said("nationality", "nacionalidad"),
    "political opinion": Said("what I think of politics", "lo que pienso de política"),
    "family": Said("my family", "mi familia"),
    "violence at home": Said("violence at home", "violencia en el hogar"),
    "sex": Said("being a woman or a man", "ser mujer u hombre"),
    "another group": Said("belonging to another group", "ser de otro grupo"),
    "crime or money": Said("crime or money", "delincuencia o dinero"),
    "officials": Said("officials", "autoridades"),
    "others": Said("others", "otros"),
    "temporary protected status": Said("TPS", "TPS"),
    "deferred action": Said("deferred action", "acción diferida"),
    "withholding grant": Said("withholding of removal, granted", "retención de la expulsión, concedida"),
    "master": Said("a short first hearing", "una primera audiencia corta"),
    "merits": Said("the hearing on the case itself", "la audiencia del caso mismo"),
    "bond": Said("a hearing on bond", "una audiencia de fianza"),
    "hearing": Said("of a hearing", "de una audiencia"),
    "decision": Said("of a decision", "de una decisión"),
    "female": Said("female", "mujer"),
    "male": Said("male", "hombre"),
    "conditions in the country": Said("things got worse there", "las cosas empeoraron allá"),
    "own activities or circumstances": Said("something in my own life changed", "algo cambió en mi vida"),
    "the law": Said("the law changed", "cambió la ley"),
    "loss of a family tie": Said("I lost a relative on whose case I was", "perdí al familiar de cuyo caso dependía"),
    "illness or disability": Said("illness", "enfermedad"),
    "legal disability": Said("I was a child, or not of sound mind", "era menor, o no estaba bien de la mente"),
    "fault of counsel": Said("a lawyer's fault", "culpa de un abogado"),
    "death or illness in the family": Said("a death or illness in the family", "una muerte o enfermedad en la familia"),
    "credible fear": Said("credible fear, at the border", "miedo creíble, en la frontera"),
    "reasonable fear": Said("reasonable fear, after an old order", "miedo razonable, después de una orden vieja"),
    "immediate relative": Said(
        "a citizen husband, wife, parent or grown child", "cónyuge, padre o hijo adulto ciudadano"
    ),
    "Attorney General": Said("the Attorney General", "el fiscal general"),
    "House": Said("House of Representatives", "Cámara de Representantes"),
    "Senate": Said("Senate", "Senado"),
    "Supreme Court": Said("Supreme Court", "Corte Suprema"),
    "T bona fide determination": Said("a T visa found to be in good faith", "una visa T hallada de buena fe"),
    "bond appeal": Said("appeal about bond", "apelación de la fianza"),
    "certification": Said("sent up by the judge (certification)", "enviado por el juez (certificación)"),
    "declined": Said("not taken up", "no aceptada"),
    "joint motion request": Said(
        "request that the government join in a motion", "petición de moción conjunta al gobierno"
    ),
    "labor certification": Said("labor certification", "certificación laboral"),
    "notice of intent to appeal custody": Said(
        "notice that the government will appeal bond", "aviso del gobierno de que apelará la fianza"
    ),
    "protection under the Convention against Torture": Said(
        "protection under the Convention against Torture", "protección bajo la Convención contra la Tortura"
    ),
}
